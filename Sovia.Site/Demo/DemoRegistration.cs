using Sovia.Import;
using Sovia.Media;

namespace Sovia.Demo;

/// <summary>Registers the demo library.</summary>
public static class DemoRegistration
{
    /// <summary>
    /// Adds starting and removing it; its pictures lie in a media root of their own, and its run is drawn while it is read.
    /// </summary>
    /// <param name="services">The site's services.</param>
    /// <param name="dataDirectory">Finds the data directory, in whose folder <c>demo</c> the pictures lie.</param>
    public static IServiceCollection AddDemo(this IServiceCollection services, Func<IConfiguration, string> dataDirectory) => services
        .AddSingleton(provider =>
            new DemoFolder(Path.GetFullPath(Path.Combine(dataDirectory(provider.GetRequiredService<IConfiguration>()), "demo"))))
        .AddSingleton(provider => new ManagedMediaRoot(provider.GetRequiredService<DemoFolder>().DefaultFolder))
        .AddSingleton<DemoVideoRenderer>()
        .AddSingleton<DemoSource>()
        .AddSingleton(provider => Origin(provider.GetRequiredService<DemoSource>()))
        .AddSingleton<RemoveDemo>()
        .AddScoped<FindDemo>()
        .AddScoped<StartDemo>();

    private static ImportFileProvider Origin(DemoSource source) => new(DemoIds.Run, source.CreateFiles, source.ScanAsync);
}
