#!/bin/sh
# Compiles the C# blocks of rule pages ("```csharp NAME.dll") into the assemblies
# that the examples are judged by, with Mono's C# compiler (Debian package
# mono-mcs): sdk/compile.sh RULES-FOLDER. An assembly is named after the hash of
# its source and holds the source as a resource; those that no page needs any
# more are removed.
set -eu
sdk=$(cd "$(dirname "$0")" && pwd)
rules=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Sdk.dll" "$sdk/Sdk.cs"
composition=System.ComponentModel.Composition.dll
mcs -nologo -target:library -out:"$work/$composition" "$sdk/Composition.cs"
extension=Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase.dll
mcs -nologo -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -out:"$work/$extension" "$sdk/PackageDeployer.cs"
mkdir -p "$rules/testdata/dll"
awk -v out="$work/block" '
	/^```csharp .*\.dll$/ && !on { on = 1; n++; name = $2; printf "" > (out n ".cs"); print name > (out n ".name"); next }
	/^```$/ && on { on = 0; close(out n ".cs"); next }
	on { print > (out n ".cs") }
' "$rules"/*.md
for source in "$work"/block*.cs; do
	hash=$(sha256sum "$source" | cut -c1-16)
	echo "$hash.dll" >> "$work/needed"
	if [ ! -f "$rules/testdata/dll/$hash.dll" ]; then
		cp "$source" "$work/source.cs"
		mkdir -p "$work/out"
		name=$(cat "${source%.cs}.name")
		mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -r:"$work/$extension" -r:System.Core.dll -r:"$work/$composition" -resource:"$work/source.cs" -out:"$work/out/$(basename "$name")" "$work/source.cs"
		install -m 644 "$work/out/$(basename "$name")" "$rules/testdata/dll/$hash.dll"
	fi
done
for dll in "$rules"/testdata/dll/*.dll; do
	grep -qx "$(basename "$dll")" "$work/needed" || rm "$dll"
done
