using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Registers the engine. Each kind of job is registered by its own noun as an <see cref="IJob"/>.</summary>
public static class JobsRegistration
{
    /// <summary>Adds it; it starts once the site has.</summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Finds the data directory, which is what makes a node.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider => new NodeId(() => dataDirectory(provider.GetRequiredService<IConfiguration>())))
        .AddSingleton<JobQueueStore>()
        .AddSingleton<JobQueues>()
        .AddSingleton<JobRowStore>()
        .AddSingleton<JobBlockedReasons>()
        .AddSingleton<JobWakeSignal>()
        .AddSingleton<RequestedWorkStore>()
        .AddSingleton<EnqueueJob>()
        .AddSingleton<RunJobItem>()
        .AddSingleton<RunJob>()
        .AddSingleton<RunJobActivator>()
        .AddSingleton<SweepJobs>()
        .AddHostedService<JobEngine>();
}
