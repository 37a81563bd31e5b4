// The plug-ins of a good package that defects are made in, compiled into it by
// plugins.sh with this file as a resource.
//
// CheckRepair calls None, which does nothing. The other methods of Faults are never
// called: a test that lets CheckRepair call one of them in the place of None has
// made one defect.
using System;
using System.Activities;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

[assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.6.2")]

namespace Contoso.Repairs
{
    public abstract class PluginBase : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
            var tracing = (ITracingService)provider.GetService(typeof(ITracingService));
            tracing.Trace("{0}", context.PrimaryEntityName);
            Run(context, ((IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory))).CreateOrganizationService(context.UserId));
        }

        protected abstract void Run(IPluginExecutionContext context, IOrganizationService service);
    }

    public partial class CheckRepair : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var target = (Entity)context.InputParameters["Target"];
            Entity before = context.PreEntityImages["before"];
            if (target.Contains("contoso_hours") && target["contoso_hours"] == null)
            {
                throw new InvalidPluginExecutionException("Enter the hours.");
            }
            target["contoso_name"] = before.GetAttributeValue<string>("contoso_name") + "!";
            None(context, service);
        }
    }

    public class NotifyOwner : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            client.GetStringAsync("https://example.com").GetAwaiter().GetResult();
            if (context.Depth > 1) return;
            var repair = new Entity("contoso_repair", context.UserId);
            repair["contoso_notified"] = true;
            service.Update(repair);
        }
    }

    public class NumberRepair : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            ((Entity)context.InputParameters["Target"])["contoso_number"] = context.UserId.ToString("N");
        }
    }

    public class CountRepairs : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var query = new QueryExpression((string)context.InputParameters["Table"]) { ColumnSet = new ColumnSet("contoso_name") };
            context.OutputParameters["Count"] = service.RetrieveMultiple(query).Entities.Count;
        }
    }

    public class NextRepair : CodeActivity
    {
        [Input("Region")]
        public InArgument<string> Region { get; set; }

        [Output("Repair"), ReferenceTarget("contoso_repair")]
        public OutArgument<EntityReference> Repair { get; set; }

        protected override void Execute(CodeActivityContext context)
        {
            Repair.Set(context, new EntityReference("contoso_repair", Guid.NewGuid()));
        }
    }

    // Faults.
    public partial class CheckRepair
    {
        private static readonly object Gate = new object();
        private static int count;
        private IOrganizationService kept;

        private void None(IPluginExecutionContext context, IOrganizationService service) { }

        private void Batch(IPluginExecutionContext context, IOrganizationService service)
        {
            var batch = new ExecuteMultipleRequest { Requests = new OrganizationRequestCollection() };
            batch.Requests.Add(new OrganizationRequest("contoso_CountRepairs"));
            service.Execute(batch);
        }

        private void OldMessage(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Execute(new OrganizationRequest("SetRelated"));
        }

        private void Lock(IPluginExecutionContext context, IOrganizationService service)
        {
            lock (Gate) { count++; }
        }

        private void InParallel(IPluginExecutionContext context, IOrganizationService service)
        {
            Parallel.For(0, 10, i => service.Create(new Entity("task")));
        }

        private void SetState(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Execute(new OrganizationRequest("SetState"));
        }

        private void UnpublishedMetadata(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Execute(new RetrieveEntityRequest { LogicalName = "account", RetrieveAsIfPublished = true });
        }

        private void AllColumns(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Retrieve("account", context.UserId, new ColumnSet(true));
        }

        private void KeepAlive(IPluginExecutionContext context, IOrganizationService service)
        {
            var request = (HttpWebRequest)WebRequest.Create("https://example.com");
            request.Timeout = 5000;
        }

        private void CountByHand(IPluginExecutionContext context, IOrganizationService service)
        {
            Entity settings = service.Retrieve("contoso_settings", context.UserId, new ColumnSet("contoso_next"));
            int number = (int)settings["contoso_next"];
            var changed = new Entity("contoso_settings", context.UserId);
            changed["contoso_next"] = number + 1;
            service.Update(changed);
            var order = new Entity("contoso_order");
            order["contoso_number"] = number.ToString();
            service.Create(order);
        }

        private void OtherException(IPluginExecutionContext context, IOrganizationService service)
        {
            throw new InvalidOperationException("no account");
        }

        private void DomainEvent(IPluginExecutionContext context, IOrganizationService service)
        {
            AppDomain.CurrentDomain.AssemblyResolve += (sender, e) => null;
        }

        private async void AsyncVoid(IPluginExecutionContext context, IOrganizationService service)
        {
            await Task.Yield();
            service.Create(new Entity("task"));
        }

        private void WriteToConsole(IPluginExecutionContext context, IOrganizationService service)
        {
            Console.WriteLine("checking");
        }

        private void EarlyBound(IPluginExecutionContext context, IOrganizationService service)
        {
            context.InputParameters["Target"] = new Repair();
        }

        private void EnvironmentUrl(IPluginExecutionContext context, IOrganizationService service)
        {
            throw new InvalidPluginExecutionException("https://northwind-dev.crm4.dynamics.com/main.aspx?pagetype=dashboard");
        }

        private void InstanceState(IPluginExecutionContext context, IOrganizationService service)
        {
            kept = service;
            kept.Create(new Entity("task"));
        }

        private void IPHost(IPluginExecutionContext context, IOrganizationService service)
        {
            context.SharedVariables["contoso_address"] = new Uri("http://10.0.0.7/repairs");
        }

        private void LegacyClient(IPluginExecutionContext context, IOrganizationService service)
        {
            new Microsoft.Xrm.Sdk.Client.OrganizationServiceProxy(new Uri("https://example.com"));
        }

        private void LocalTime(IPluginExecutionContext context, IOrganizationService service)
        {
            var task = new Entity("task");
            task["scheduledend"] = DateTime.Today;
            service.Create(task);
        }

        private void NativeCode(IPluginExecutionContext context, IOrganizationService service)
        {
            Beep(1, 1);
        }

        [System.Runtime.InteropServices.DllImport("kernel32.dll")]
        private static extern bool Beep(uint tone, uint length);

        private void Reflection(IPluginExecutionContext context, IOrganizationService service)
        {
            context.GetType().GetProperty("ProxyTypesAssembly");
        }

        private void QueryInLoop(IPluginExecutionContext context, IOrganizationService service)
        {
            foreach (var id in new Guid[10])
            {
                service.Retrieve("account", id, new ColumnSet("name"));
            }
        }

        private void RecordID(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Delete("contoso_repair", new Guid("7d1c9f3e-25b8-4d3a-9f60-8a4b2c1d0e5f"));
        }

        private void RetrievedUpdate(IPluginExecutionContext context, IOrganizationService service)
        {
            Entity account = service.Retrieve("account", context.UserId, new ColumnSet("name", "telephone1"));
            account["name"] = "Contoso";
            service.Update(account);
        }

        private void SandboxAPI(IPluginExecutionContext context, IOrganizationService service)
        {
            File.WriteAllText("repairs.txt", "1");
        }

        private void Wait(IPluginExecutionContext context, IOrganizationService service)
        {
            Thread.Sleep(5000);
        }

        private void Swallow(IPluginExecutionContext context, IOrganizationService service)
        {
            try
            {
                service.Delete("contoso_repair", context.UserId);
            }
            catch (Exception)
            {
            }
        }

        private void WebCall(IPluginExecutionContext context, IOrganizationService service)
        {
            new HttpClient { Timeout = TimeSpan.FromSeconds(5) }.GetStringAsync("https://example.com").Wait();
        }

        private void WeakTLS(IPluginExecutionContext context, IOrganizationService service)
        {
            ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls;
        }

        private void NoDepthCheck(IPluginExecutionContext context, IOrganizationService service)
        {
            var repair = new Entity("contoso_repair", context.UserId);
            repair["contoso_hours"] = 1;
            service.Update(repair);
        }

        private void NoTargetCheck(IPluginExecutionContext context, IOrganizationService service)
        {
            var target = (Entity)context.InputParameters["Target"];
            if (target["contoso_kind"] == null) throw new InvalidPluginExecutionException("Choose the kind.");
        }

        private void NoImage(IPluginExecutionContext context, IOrganizationService service)
        {
            Entity after = context.PostEntityImages["after"];
            if (after.Contains("contoso_hours")) throw new InvalidPluginExecutionException("The hours are there.");
        }

        private void NoTimeout(IPluginExecutionContext context, IOrganizationService service)
        {
            context.SharedVariables["contoso_client"] = new HttpClient();
        }

        private void LegacyProcess(IPluginExecutionContext context, IOrganizationService service)
        {
            service.Execute(new OrganizationRequest("SetProcess"));
        }

        private void OnPremisesAddress(IPluginExecutionContext context, IOrganizationService service)
        {
            context.SharedVariables["contoso_start"] = "http://crmserver/contoso/main.aspx?etn=contoso_repair";
        }

        private void RetiredAddress(IPluginExecutionContext context, IOrganizationService service)
        {
            context.SharedVariables["contoso_start"] = "https://home.dynamics.com/";
        }

        private void RetiredTable(IPluginExecutionContext context, IOrganizationService service)
        {
            service.RetrieveMultiple(new QueryExpression("contract") { ColumnSet = new ColumnSet("title") });
        }

        private void Secret(IPluginExecutionContext context, IOrganizationService service)
        {
            context.SharedVariables["contoso_bus"] = "Endpoint=sb://contoso.example.com;SharedAccessKey=c2VjcmV0";
        }
    }

    public class Repair : Entity
    {
        public Repair() : base("contoso_repair") { }
    }
}
