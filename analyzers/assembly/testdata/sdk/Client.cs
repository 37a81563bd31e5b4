// A type of the retired client SDK, written for these tests.
[assembly: System.Reflection.AssemblyVersion("7.0.0.0")]

namespace Microsoft.Xrm.Client
{
    public class CrmConnection { public static CrmConnection Parse(string text) { return null; } }
}
