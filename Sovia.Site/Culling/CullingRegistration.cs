namespace Sovia.Culling;

/// <summary>Registers culling.</summary>
public static class CullingRegistration
{
    /// <summary>Adds the services that store and finish culls.</summary>
    public static IServiceCollection AddCulling(this IServiceCollection services) =>
        services.AddScoped<CullStore>().AddScoped<FinishCull>();
}
