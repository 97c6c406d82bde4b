using Marten;
using Sovia.Preferences.Legacy;

namespace Sovia.Preferences;

/// <summary>The PostgreSQL mapping of preferences and presets.</summary>
public sealed class PreferencesSchema : MartenRegistry
{
    /// <summary>Declares the documents.</summary>
    public PreferencesSchema()
    {
        For<StoredPreferences>();
        For<Preset>();
        For<StoredLegacyPreferences>();
    }
}
