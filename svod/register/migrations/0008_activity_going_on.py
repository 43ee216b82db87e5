from django.db import migrations, models
from django.db.models import F, Q

from svod.register.beside import AddIndexBeside


class Migration(migrations.Migration):
    """What began before a day and went on, built beside those who write."""

    atomic = False

    dependencies = [
        ('register', '0007_contacts_rung'),
    ]

    operations = [
        AddIndexBeside(
            model_name='activity',
            index=models.Index(condition=Q(('first_day__lt', F('last_day'))), fields=['campaign', 'last_day'], name='activity_going_on'),
        ),
    ]
