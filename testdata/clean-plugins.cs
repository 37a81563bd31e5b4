// The plug-ins of a good package, compiled into it by plugins.sh with this file as
// a resource.
using System;
using System.Activities;
using System.Net.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

[assembly: System.Reflection.AssemblyVersion("1.0.0.0")]
[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.6.2")]

namespace Contoso
{
    public abstract class PluginBase : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            var context = (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext));
            var tracing = (ITracingService)provider.GetService(typeof(ITracingService));
            tracing.Trace("{0} of {1}, depth {2}", context.MessageName, context.PrimaryEntityName, context.Depth);
            try
            {
                Run(context, ((IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory))).CreateOrganizationService(context.UserId));
            }
            catch (InvalidOperationException e)
            {
                tracing.Trace("{0}", e);
                throw new InvalidPluginExecutionException("The visit could not be saved.", e);
            }
        }

        protected abstract void Run(IPluginExecutionContext context, IOrganizationService service);
    }

    public class CheckVisit : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var target = (Entity)context.InputParameters["Target"];
            Entity before = context.PreEntityImages["before"];
            if (target.Contains("contoso_count") && target["contoso_count"] == null)
            {
                throw new InvalidPluginExecutionException("Count the visits.");
            }
            target["contoso_name"] = before.GetAttributeValue<string>("contoso_name") + "!";
        }
    }

    public class NotifyOwner : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            using (var request = new HttpRequest()) request.Send();
            var visit = new Entity("contoso_visit", context.UserId);
            visit["contoso_notified"] = true;
            service.Update(visit);
        }
    }

    public class HttpRequest : IDisposable
    {
        private readonly HttpClient client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };

        public void Send() { client.GetStringAsync("https://example.com").GetAwaiter().GetResult(); }

        public void Dispose() { }
    }

    public class CountVisits : PluginBase
    {
        protected override void Run(IPluginExecutionContext context, IOrganizationService service)
        {
            var query = new QueryExpression((string)context.InputParameters["Region"]) { ColumnSet = new ColumnSet("contoso_name") };
            context.OutputParameters["Count"] = service.RetrieveMultiple(query).Entities.Count;
        }
    }

    public class NextVisit : CodeActivity
    {
        [Input("Region")]
        public InArgument<string> Region { get; set; }

        [Output("Visit"), ReferenceTarget("contoso_visit")]
        public OutArgument<EntityReference> Visit { get; set; }

        protected override void Execute(CodeActivityContext context)
        {
            Visit.Set(context, new EntityReference("contoso_visit", Guid.NewGuid()));
        }
    }
}
