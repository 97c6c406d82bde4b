namespace Sovia.Culling;

/// <summary>Registers culling.</summary>
public static class CullingRegistration
{
    /// <summary>Adds what keeps culls and finishes them.</summary>
    public static IServiceCollection AddCulling(this IServiceCollection services) =>
        services.AddScoped<CullStore>().AddScoped<FinishCull>();
}
