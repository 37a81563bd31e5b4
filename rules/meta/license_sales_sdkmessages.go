package meta

var licenseSalesSDKMessages = licenseRule("meta-license-sales-sdkmessages", "https://go.microsoft.com/fwlink/?linkid=2247983", sales.steps)
