// The attribute by which Package Deployer finds classes; see PackageDeployer.cs.
namespace System.ComponentModel.Composition
{
    [AttributeUsage(AttributeTargets.Class)]
    public class ExportAttribute : Attribute
    {
        public ExportAttribute(Type contractType) { }
    }
}
