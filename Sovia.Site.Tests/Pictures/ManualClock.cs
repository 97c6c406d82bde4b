namespace Sovia.Tests.Pictures;

/// <summary>A clock that is set by hand. Timers fire when the clock reaches their due time.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly List<Alarm> _alarms = [];

    public DateTimeOffset Now
    {
        get;
        set
        {
            field = value;
            Alarm[] due;
            lock (_alarms) due = [.. _alarms.Where(alarm => alarm.At <= value)];
            foreach (var alarm in due) alarm.Ring();
        }
    } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The number of pending timers.</summary>
    public int PendingTimerCount
    {
        get
        {
            lock (_alarms) return _alarms.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state)) { At = Now + dueTime };
        lock (_alarms) _alarms.Add(alarm);
        return alarm;
    }

    private sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; set; }

        public void Ring()
        {
            Dispose();
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (clock._alarms) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
