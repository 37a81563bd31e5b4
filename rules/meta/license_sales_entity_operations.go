package meta

var licenseSalesEntityOperations = licenseRule("meta-license-sales-entity-operations", "https://go.microsoft.com/fwlink/?linkid=2248081", sales.tables)
