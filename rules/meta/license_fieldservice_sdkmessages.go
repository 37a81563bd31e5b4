package meta

var licenseFieldServiceSDKMessages = licenseRule("meta-license-fieldservice-sdkmessages", "https://go.microsoft.com/fwlink/?linkid=2262812", fieldService.steps)
