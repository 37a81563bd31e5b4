#!/bin/sh
# Compiles Flow.cs, Rows.cs, Counters.cs and Hidden.cs with Mono's C# compiler (Debian package
# mono-mcs), and packs Flow.dll into Packed.dll as Costura.Fody does.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" sdk/Sdk.cs
mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -resource:Flow.cs -out:"$work/Flow.dll" Flow.cs
mcs -nologo -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -resource:Rows.cs -out:"$work/Rows.dll" Rows.cs
mcs -nologo -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -r:System.Core.dll -resource:Counters.cs -out:"$work/Counters.dll" Counters.cs
mcs -nologo -target:library -resource:Hidden.cs -out:"$work/Hidden.dll" Hidden.cs
gzip -nc "$work/Flow.dll" | tail -c +11 | head -c -8 > "$work/packed" # the deflated bytes alone
mcs -nologo -target:library -resource:Hidden.cs -resource:"$work/packed",costura.flow.dll.compressed -out:"$work/Packed.dll" Hidden.cs
install -m 644 "$work/Flow.dll" "$work/Rows.dll" "$work/Counters.dll" "$work/Hidden.dll" "$work/Packed.dll" .
