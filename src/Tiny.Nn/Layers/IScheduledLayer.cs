using Tiny.Nn.Schedules;

namespace Tiny.Nn.Layers;

/// <summary>A layer with a setting that changes as training goes on, such as a dropout rate: a trainer tells it the factor before each step.</summary>
public interface IScheduledLayer
{
    /// <summary>How the setting changes.</summary>
    LearningRateSchedule Schedule { get; }

    /// <summary>What the setting is multiplied by in the next forward pass of training; 1 until a trainer says otherwise.</summary>
    double Factor { get; set; }
}
