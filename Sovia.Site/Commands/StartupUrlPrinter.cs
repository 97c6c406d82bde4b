using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Sovia.Commands;

/// <summary>Prints the site's URLs on the terminal.</summary>
internal static class StartupUrlPrinter
{
    /// <summary>Prints the URLs once the site accepts connections.</summary>
    public static void AnnounceWhenReady(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses is { Count: > 0 }) Console.WriteLine($"Sovia is ready at {string.Join(" and ", addresses)}");
    });
}
