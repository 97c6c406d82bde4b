namespace Sovia.Collections;

/// <summary>Registers collections.</summary>
public static class CollectionsRegistration
{
    /// <summary>Adds the services that read and change collections.</summary>
    public static IServiceCollection AddCollections(this IServiceCollection services) => services
        .AddSingleton<CollectionCache>()
        .AddScoped<EditCollections>()
        .AddScoped<OrderCollection>()
        .AddScoped<ReadMemberStamps>()
        .AddScoped<CreateStarterCollections>();
}
