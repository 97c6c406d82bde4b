using Marten;
using Sovia.Preferences.Foreign;

namespace Sovia.Preferences;

/// <summary>How preferences and presets lie in PostgreSQL.</summary>
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
