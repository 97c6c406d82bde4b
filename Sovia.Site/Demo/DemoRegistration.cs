using Sovia.Import;
using Sovia.Media;

namespace Sovia.Demo;

/// <summary>Registers the demo library.</summary>
public static class DemoRegistration
{
    /// <summary>
    /// Adds the services that start and remove the demo, its folder as a media folder, and the import source that renders it.
    /// </summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Returns the data directory, whose subfolder <c>demo</c> holds the images.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider =>
            new DemoFolder(Path.GetFullPath(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "demo"))))
        .AddSingleton(provider => new ManagedMediaRoot(provider.GetRequiredService<DemoFolder>().DefaultFolder))
        .AddSingleton<DemoVideoRenderer>()
        .AddSingleton<DemoSource>()
        .AddSingleton(provider => CreateFileProvider(provider.GetRequiredService<DemoSource>()))
        .AddSingleton<RemoveDemo>()
        .AddScoped<FindDemo>()
        .AddScoped<StartDemo>();

    private static ImportFileProvider CreateFileProvider(DemoSource source) => new(DemoIds.Run, source.CreateFiles, source.ScanAsync);
}
