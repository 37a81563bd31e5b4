// The plug-ins of the package in which every rule finds something, compiled into
// it by every-rule.sh with this file as a resource.
using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using System.Workflow.ComponentModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.8")]

namespace Microsoft.Xrm.Sdk { public class Entity { } }

namespace Contoso
{
    public class EveryPlugin : IPlugin
    {
        private static readonly object Gate = new object();
        private IOrganizationService kept;

        [DllImport("kernel32.dll")]
        private static extern bool Beep(uint tone, uint length);

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
            kept = service;
            var image = ((IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext))).PreEntityImages["before"];
            Beep(1, 1);
            File.Delete("visits.txt");
            Thread.Sleep(1);
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
            new OrganizationServiceProxy(new Uri("http://10.0.0.7/visits"));
            new HttpClient().GetStringAsync("https://example.com;Password=Wint3rTyres").Wait();
            foreach (string key in "a;Password=Wint3rTyres".Split()) service.Retrieve(key, Guid.Empty, new ColumnSet("name"));
            throw new InvalidOperationException();
        }
    }

    public class OldActivity : Activity
    {
        public static DependencyProperty CountProperty;
    }
}
