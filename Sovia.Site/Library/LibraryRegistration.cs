namespace Sovia.Library;

/// <summary>Registers the library's use cases.</summary>
public static class LibraryRegistration
{
    /// <summary>Adds browsing and opening.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) => services
        .AddScoped<BrowseFamilies>()
        .AddScoped<OpenPost>();
}
