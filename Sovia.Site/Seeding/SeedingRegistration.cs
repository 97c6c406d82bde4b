namespace Sovia.Seeding;

/// <summary>Registers synthetic libraries.</summary>
public static class SeedingRegistration
{
    /// <summary>Adds the service that seeds an empty library.</summary>
    public static IServiceCollection AddSeeding(this IServiceCollection services) => services.AddSingleton<SeedLibrary>();
}
