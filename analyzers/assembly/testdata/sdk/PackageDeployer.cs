// The parts of Package Deployer that the fixtures are compiled against: names and
// signatures only, written for these tests. No fixture ever runs.
namespace Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase
{
    public interface IImportExtensions { }

    public abstract class ImportExtension : IImportExtensions
    {
        public Microsoft.Xrm.Sdk.IOrganizationService CrmSvc { get; set; }
        public abstract string GetImportPackageDataFolderName { get; }
        public abstract string GetImportPackageDescriptionText { get; }
        public abstract string GetLongNameOfImport { get; }
        public abstract string GetNameOfImport(bool plural);
        public abstract void InitializeCustomExtension();
        public abstract bool BeforeImportStage();
        public abstract bool AfterPrimaryImport();
    }
}
