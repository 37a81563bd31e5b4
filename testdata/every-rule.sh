#!/bin/sh
# Compiles every-rule.cs into the package every-rule/solution, with Mono's C# compiler
# (Debian package mono-mcs).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" ../analyzers/assembly/testdata/sdk/Sdk.cs
mkdir -p every-rule/solution/PluginAssemblies/Contoso-0E5D4C3B-2A19-4807-96F5-E4D3C2B1A098
mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -r:System.Core.dll -resource:every-rule.cs -out:"$work/Contoso.Plugins.dll" every-rule.cs
install -m 644 "$work/Contoso.Plugins.dll" every-rule/solution/PluginAssemblies/Contoso-0E5D4C3B-2A19-4807-96F5-E4D3C2B1A098/ContosoPlugins.dll
