// The plug-ins of the second package in which every rule finds something, compiled
// into it by plugins.sh with this file as a resource. The first one holds a copy of
// the SDK's Entity, so what is about rows stands here.
using System;
using System.Activities;
using System.Net.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

namespace Newtonsoft.Json { public static class JsonConvert { } }

namespace Contoso
{
    public class Visit : Entity
    {
        public Visit() : base("contoso_visit") { }
    }

    public class VisitChanged : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var service = (IOrganizationService)provider.GetService(typeof(IOrganizationService));
            var context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
            AppDomain.CurrentDomain.AssemblyResolve += (sender, e) => null;
            try { service.Delete("contoso_visit", new Guid("7d1c9f3e-25b8-4d3a-9f60-8a4b2c1d0e5f")); } catch (Exception) { }
            Console.WriteLine("https://contoso.crm4.dynamics.com");
            Later(provider);
            Entity visit = service.Retrieve("contoso_visit", Guid.Empty, new ColumnSet("contoso_count", "contoso_name"));
            visit["contoso_count"] = DateTime.Now;
            service.Update(visit);
            service.Update(new Visit());
            var counter = new Entity("contoso_visit", visit.Id);
            counter["contoso_count"] = visit.GetAttributeValue<int>("contoso_count") + 1;
            service.Update(counter);
            ((Entity)context.InputParameters["Target"])["contoso_number"] = visit.GetAttributeValue<int>("contoso_count");
            var target = (Entity)context.InputParameters["Target"];
            Type.GetType("x").GetProperty("ProxyTypesAssembly").SetValue(null, target["contoso_name"], null);
            context.InputParameters["Target"] = new Visit();
            Microsoft.Xrm.Client.CrmConnection.Parse("x");
            new HttpClient().GetStringAsync("https://example.com;Password=q7Wx2Lp9vR4t").Wait();
        }

        private async void Later(IServiceProvider provider)
        {
            await System.Threading.Tasks.Task.Yield();
            provider.GetService(typeof(IOrganizationService));
        }
    }

    public class CountVisits : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
            context.OutputParameters["Counted"] = 1;
        }
    }

    public class Forgotten : IPlugin
    {
        public void Execute(IServiceProvider provider) { }
    }

    public class CountActivity : CodeActivity
    {
        [Input("Region")]
        public InArgument<Guid> Region { get; set; }

        protected override void Execute(CodeActivityContext context) { }
    }
}
