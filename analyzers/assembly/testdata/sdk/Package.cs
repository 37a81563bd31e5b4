// The base class of Package Deployer packages, written for these tests.
namespace Microsoft.Xrm.Tooling.PackageDeployment.CrmPackageExtentionBase
{
    public abstract class ImportExtension
    {
        public abstract string GetImportPackageDataFolderName { get; }
        public abstract string GetImportPackageDescriptionText { get; }
        public abstract string GetLongNameOfImport { get; }
        public abstract string GetNameOfImport(bool plural);
        public abstract void InitializeCustomExtension();
        public abstract bool AfterPrimaryImport();
    }
}
