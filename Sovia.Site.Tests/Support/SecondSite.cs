using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Sovia.Tests.Support;

/// <summary>Another site in this process: on a database of its own, or beside the shared one on its.</summary>
public static class SecondSite
{
    /// <summary>Starts it.</summary>
    /// <param name="database">The address of its database.</param>
    /// <param name="dataDirectory">Its data directory.</param>
    /// <param name="change">What is other than usual.</param>
    public static Task<IAlbaHost> StartAsync(string database, string dataDirectory, Action<IWebHostBuilder>? change = null) =>
        AlbaHost.For<Program>(builder =>
    {
        builder
            .UseSetting("ConnectionStrings:Postgres", database)
            .UseSetting("Sovia:DataDirectory", dataDirectory)
            .UseSetting("Sovia:WatchMediaRoots", "false")
            .UseSetting("Sovia:Downloads:StandIn", "http://127.0.0.1:9")
            .UseSetting("Logging:LogLevel:Default", "None");
        change?.Invoke(builder);
    });

    /// <summary>Starts it beside the shared one.</summary>
    public static Task<IAlbaHost> StartBesideAsync(SoviaHost host, Action<IServiceCollection> services) =>
        StartAsync(host.ConnectionString, host.DataDirectory, builder => builder.ConfigureServices(services));
}
