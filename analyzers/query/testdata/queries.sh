#!/bin/sh
# Compiles Queries.cs into Queries.dll with Mono's C# compiler (Debian package
# mono-mcs).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" ../../assembly/testdata/sdk/Sdk.cs
mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -resource:Queries.cs -out:"$work/Queries.dll" Queries.cs
install -m 644 "$work/Queries.dll" Queries.dll
