#!/bin/sh
# Compiles Flow.cs with Mono's C# compiler (Debian package mono-mcs).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" sdk/Sdk.cs
mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -resource:Flow.cs -out:"$work/Flow.dll" Flow.cs
install -m 644 "$work/Flow.dll" Flow.dll
