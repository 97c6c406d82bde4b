using Sovia.Preferences.Legacy;

namespace Sovia.Preferences;

/// <summary>Registers preferences and presets.</summary>
public static class PreferencesRegistration
{
    /// <summary>Adds the services that read and change preferences and presets.</summary>
    public static IServiceCollection AddPreferences(this IServiceCollection services) => services
        .AddSingleton<PreferenceCache>()
        .AddScoped<EditPreferences>()
        .AddScoped<EditPresets>()
        .AddScoped<ImportLegacyPreferences>()
        .AddScoped<ReadLegacyPreferences>();
}
