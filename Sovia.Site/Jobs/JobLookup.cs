namespace Sovia.Jobs;

/// <summary>Finds kinds of jobs among the services.</summary>
internal static class JobLookup
{
    /// <summary>Returns the job of a name, from the scope of these services.</summary>
    public static IJob GetJob(this IServiceProvider services, string name) => services.GetServices<IJob>().First(job => job.Name == name);
}
