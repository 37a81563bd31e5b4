package meta

var licenseFieldServiceCustomControls = licenseRule("meta-license-fieldservice-customcontrols", "https://go.microsoft.com/fwlink/?linkid=2262812", fieldService.controls)
