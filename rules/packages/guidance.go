package packages

// Microsoft's pages that say what packages must be like.
const (
	appSourcePage     = "https://learn.microsoft.com/power-platform/developer/appsource/create-package-app"
	certificationPage = "https://learn.microsoft.com/power-platform/developer/appsource/appendix-app-certification-checklist"
	appSolutionPage   = "https://learn.microsoft.com/power-platform/developer/appsource/create-solution-app"
	deployerPage      = "https://learn.microsoft.com/power-platform/alm/package-deployer-tool"
	importConfigPage  = "https://learn.microsoft.com/power-platform/alm/importconfig-reference"
	migrationPage     = "https://learn.microsoft.com/power-platform/admin/manage-configuration-data"
)
