using Sovia.Jobs;

namespace Sovia.Trash;

/// <summary>Registers the trash.</summary>
public static class TrashRegistration
{
    /// <summary>Adds the job that clears the trash.</summary>
    public static IServiceCollection AddTrash(this IServiceCollection services) => services.AddScoped<IJob, ExpireTrash>();
}
