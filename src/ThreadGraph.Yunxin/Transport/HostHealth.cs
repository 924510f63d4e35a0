namespace ThreadGraph.Yunxin.Transport;

/// <summary>
/// Whether a host is one to turn to. After some failures in a row it is the last choice until it has cooled down; then
/// one call probes it, and the others go on avoiding it until the probe has had its answer.
/// </summary>
/// <param name="ejectAfter">How many failures in a row.</param>
/// <param name="coolDown">How long it is avoided.</param>
/// <param name="time">The clock.</param>
internal sealed class HostHealth(int ejectAfter, TimeSpan coolDown, TimeProvider time)
{
    // UTC ticks; 0 while the host is well.
    private long _avoidedUntil;
    private int _failuresInARow;

    /// <summary>Whether nothing speaks against the host.</summary>
    internal bool IsWell => Volatile.Read(ref _avoidedUntil) is 0;

    /// <summary>How much longer the host is avoided; zero if it may be used or probed.</summary>
    internal TimeSpan AvoidedFor => TimeSpan.FromTicks(Math.Max(0, Volatile.Read(ref _avoidedUntil) - Now));

    private long Now => time.GetUtcNow().UtcTicks;

    /// <summary>Whether to turn to the host now.</summary>
    /// <param name="isProbe">Whether it has only just cooled down; true for one call of all.</param>
    internal bool TryUse(out bool isProbe)
    {
        var avoidedUntil = Volatile.Read(ref _avoidedUntil);
        isProbe = avoidedUntil is not 0;
        if (!isProbe)
        {
            return true;
        }

        var now = Now;
        return avoidedUntil <= now
            && Interlocked.CompareExchange(ref _avoidedUntil, now + coolDown.Ticks, avoidedUntil) == avoidedUntil;
    }

    /// <summary>The host answered.</summary>
    /// <param name="wasAvoided">
    /// Whether it was avoided when it was asked: a late answer from before says nothing of how it is now.
    /// </param>
    /// <returns>True if it was avoided until now and no longer is.</returns>
    internal bool Succeeded(bool wasAvoided)
    {
        if (Volatile.Read(ref _failuresInARow) is not 0)
        {
            Volatile.Write(ref _failuresInARow, 0);
        }

        return wasAvoided && Interlocked.Exchange(ref _avoidedUntil, 0) is not 0;
    }

    /// <summary>The host failed.</summary>
    /// <returns>True if it is avoided from now on.</returns>
    internal bool Failed() => Interlocked.Increment(ref _failuresInARow) >= ejectAfter && Eject();

    /// <summary>Avoids the host for a cool-down.</summary>
    /// <returns>True if it was not avoided before.</returns>
    internal bool Eject() => Interlocked.Exchange(ref _avoidedUntil, Now + coolDown.Ticks) is 0;

    /// <summary>A probe ended without telling anything about the host: the next call may be one.</summary>
    internal void LeftOpen() => Volatile.Write(ref _avoidedUntil, Now);
}
