#!/bin/sh
# Compiles Sample.cs with Mono's C# compiler (Debian package mono-mcs).
cd "$(dirname "$0")" && mcs -nologo -optimize -target:library -out:Sample.dll -resource:Sample.cs Sample.cs
