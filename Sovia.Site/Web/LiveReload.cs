namespace Sovia.Web;

/// <summary>Detects whether <c>dotnet watch</c> runs the site and reloads edited pages.</summary>
public static class LiveReload
{
    /// <summary>Whether the site runs under <c>dotnet watch</c>.</summary>
    public static bool IsEnabled { get; } = Environment.GetEnvironmentVariable("DOTNET_WATCH") is not null;
}
