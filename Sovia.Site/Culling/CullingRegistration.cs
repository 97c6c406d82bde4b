namespace Sovia.Culling;

/// <summary>Registers culling.</summary>
public static class CullingRegistration
{
    /// <summary>Adds the services that store and finish culls, and compare in pairs.</summary>
    public static IServiceCollection AddCulling(this IServiceCollection services) =>
        services.AddScoped<CullStore>().AddScoped<TournamentStore>().AddScoped<FinishCull>();
}
