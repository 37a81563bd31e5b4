package meta

var licenseSalesCustomControls = licenseRule("meta-license-sales-customcontrols", "https://go.microsoft.com/fwlink/?linkid=2248449", sales.controls)
