using Sovia.MediaFiles.Downloads.Lists;

namespace Sovia.MediaFiles.Downloads;

/// <summary>Registers the ways of getting missing media home.</summary>
public static class DownloadsRegistration
{
    /// <summary>Adds download lists and their formats.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) => services
        .AddSingleton<IListFormat, PlainList>()
        .AddSingleton<IListFormat, Aria2List>()
        .AddSingleton<IListFormat, CurlConfig>()
        .AddSingleton<IListFormat, WgetScript>()
        .AddSingleton<IListFormat, PowerShellScript>()
        .AddSingleton<IListFormat, CsvList>()
        .AddSingleton<IListFormat, JsonList>()
        .AddSingleton<FindWanted>()
        .AddSingleton<WriteList>();
}
