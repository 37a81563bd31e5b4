// The plug-ins of the package in which every rule finds something, compiled into
// it by every-rule.sh with this file as a resource.
using System;
using System.Net;
using System.Threading.Tasks;
using System.Workflow.ComponentModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Contoso
{
    public class EveryPlugin : IPlugin
    {
        private static readonly object Gate = new object();

        public void Execute(IServiceProvider provider)
        {
            var service = (IOrganizationService)provider.GetService(typeof(IOrganizationService));
            service.Retrieve("account", Guid.Empty, new ColumnSet(true));
            service.Execute(new ExecuteMultipleRequest());
            service.Execute(new RetrieveEntityRequest { RetrieveAsIfPublished = true });
            service.Execute(new AssignRequest());
            service.Execute(new ExecuteFetchRequest());
            Parallel.For(0, 2, i => service.Delete("account", Guid.Empty));
            lock (Gate) { new WebClient().DownloadString("https://example.com"); }
            throw new InvalidOperationException();
        }
    }

    public class OldActivity : Activity
    {
        public static DependencyProperty CountProperty;
    }
}
