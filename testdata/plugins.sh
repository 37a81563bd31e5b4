#!/bin/sh
# Compiles every-rule-plugins.cs and clean-plugins.cs into the packages
# every-rule/plugins and clean/plugins, with Mono's C# compiler (Debian package
# mono-mcs). The good one is signed with plugins.snk, a key that was made for it and
# signs nothing else: openssl genrsa 2048 | openssl rsa -outform MSBLOB.
set -eu
cd "$(dirname "$0")"
sdk=../analyzers/assembly/testdata/sdk
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mcs -nologo -target:library -keyfile:plugins.snk -out:"$work/Microsoft.Xrm.Sdk.dll" $sdk/Sdk.cs
mcs -nologo -target:library -out:"$work/Microsoft.Xrm.Client.dll" $sdk/Client.cs
compile() { # source, folder, further options
	source=$1 folder=$2/PluginAssemblies/Contoso-4B1F6D2E-8C3A-4E57-9D60-1A2B3C4D5E6F
	shift 2
	mkdir -p "$folder"
	mcs -nologo -optimize -target:library -r:"$work/Microsoft.Xrm.Sdk.dll" -r:"$work/Microsoft.Xrm.Client.dll" \
		-resource:"$source" -out:"$work/Contoso.Plugins.dll" "$@" "$source"
	install -m 644 "$work/Contoso.Plugins.dll" "$folder/ContosoPlugins.dll"
}
compile every-rule-plugins.cs every-rule/plugins
compile clean-plugins.cs clean/plugins -keyfile:plugins.snk
compile clean-whole.cs clean/whole -keyfile:plugins.snk
