// The plug-ins that the analyzer's tests read. Compiled by flow.sh with this file
// as a resource, so that a test can tell when the two differ.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Contoso
{
    public abstract class Base : IPlugin
    {
        public void Execute(IServiceProvider provider)
        {
            try { Run((IOrganizationService)provider.GetService(typeof(IOrganizationService))); }
            catch (InvalidOperationException e) { throw new InvalidPluginExecutionException("no", e); }
        }

        protected abstract void Run(IOrganizationService service);
    }

    public class Visits : Base
    {
        private readonly ICounter counter = new Counter();

        protected override void Run(IOrganizationService service)
        {
            var names = new List<string> { "name" };
            names.ForEach(n => service.Retrieve("account", Guid.Empty, Columns(true)));
            foreach (var n in names) counter.Count(n);
            Later(service).Wait();
        }

        private static ColumnSet Columns(bool all) { return new ColumnSet(all); }

        private async Task Later(IOrganizationService service)
        {
            await Task.Delay(1);
            service.Delete("account", Guid.Empty);
        }

        private void Dead() { Console.WriteLine("never"); }
    }

    public interface ICounter { void Count(string what); }

    public class Counter : ICounter
    {
        void ICounter.Count(string what)
        {
            if (what == null) throw new InvalidOperationException("caught by Base");
            throw new ArgumentException("escapes");
        }
    }
}
