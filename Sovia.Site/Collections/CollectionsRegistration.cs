namespace Sovia.Collections;

/// <summary>Registers collections.</summary>
public static class CollectionsRegistration
{
    /// <summary>Adds what knows collections and what changes them.</summary>
    public static IServiceCollection AddCollections(this IServiceCollection services) => services
        .AddSingleton<CollectionCache>()
        .AddScoped<EditCollections>()
        .AddScoped<OrderCollection>();
}
