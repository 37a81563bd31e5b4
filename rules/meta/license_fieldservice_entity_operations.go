package meta

var licenseFieldServiceEntityOperations = licenseRule("meta-license-fieldservice-entity-operations", "https://go.microsoft.com/fwlink/?linkid=2262812", fieldService.tables)
