#!/bin/sh
# Compiles every-rule-upgrade.cs into the package every-rule/upgrade, with Mono's C#
# compiler (Debian package mono-mcs).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" ../analyzers/assembly/testdata/sdk/Sdk.cs
folder=every-rule/upgrade/PluginAssemblies/Contoso-5A2B7C3D-9E4F-4051-8263-7485960A1B2C
mkdir -p "$folder"
mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -resource:every-rule-upgrade.cs -out:"$work/Contoso.Upgrade.dll" every-rule-upgrade.cs
install -m 644 "$work/Contoso.Upgrade.dll" "$folder/ContosoUpgrade.dll"
