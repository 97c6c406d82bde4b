using Hangfire;

namespace Sovia.Jobs;

/// <summary>Provides the engine with the only class that it calls.</summary>
internal sealed class RunJobActivator(RunJob run) : JobActivator
{
    /// <inheritdoc/>
    public override object ActivateJob(Type jobType) => run;
}
